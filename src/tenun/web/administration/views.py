"""The admin's pages: thin views over the actions on accounts. A first password is shown once, in the answer itself."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenun.organisations.access import Ability
from tenun.organisations.actions import OwnAccount, end_post, give_post, open_account, reset_sign_in, set_active
from tenun.organisations.enums import AccountAct, Desk, OrganisationKind, Role
from tenun.organisations.models import Post, User
from tenun.organisations.queries import entries_about, find_accounts, has_second_factor, posts_of, standing_of
from tenun.shared.clock import today
from tenun.web.administration.forms import AccountForm, EndForm, PostForm
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.parts import LogLine
from tenun.web.scope import OfficerRequest, needs

_DAY = "%d-%m-%Y"


@needs(Ability.MANAGE_ACCOUNTS)
@require_GET
def accounts(request: OfficerRequest) -> HttpResponse:
    """Every account with the posts it holds today, by name."""
    query = request.GET.get("cari", "").strip()
    return render(request, "administration/accounts.html", {"accounts": find_accounts(query, today()), "name": query})


@needs(Ability.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
@sensitive_variables("password")
def create(request: OfficerRequest) -> HttpResponse:
    """A new account; its first password is on the page that answers."""
    form = AccountForm(request.POST or None)
    if form.is_valid():
        user, password = open_account(**form.cleaned_data, by=request.user)
        return _show_password(request, user, password)
    return render(request, "administration/create.html", {"form": form}, status=422 if form.errors else 200)


@needs(Ability.MANAGE_ACCOUNTS)
@require_GET
def account(request: OfficerRequest, user_id: int) -> HttpResponse:
    """One account: posts, second factor, what admins did to it."""
    user = get_object_or_404(User, pk=user_id)
    lines = [
        LogLine(capfirst(str(AccountAct(entry.act).label)), say_moment(entry.at, language()), by, entry.detail)
        for entry, by in entries_about(user)
    ]
    context = {
        "account": user,
        "posts": posts_of(user, today()),
        "protected": has_second_factor(user, standing_of(user, today())),
        "lines": lines,
        "is_own": user.pk == request.user.pk,
    }
    return render(request, "administration/account.html", context)


@needs(Ability.MANAGE_ACCOUNTS)
@require_POST
@sensitive_variables("password")
def reset(request: OfficerRequest, user_id: int) -> HttpResponse:
    """A new first password; the second factor is set up anew."""
    user = get_object_or_404(User, pk=user_id, is_demo=False)
    try:
        password = reset_sign_in(user=user, by=request.user)
    except OwnAccount:
        raise Http404 from None
    return _show_password(request, user, password)


@needs(Ability.MANAGE_ACCOUNTS)
@require_POST
def activate(request: OfficerRequest, user_id: int) -> HttpResponse:
    """Closes an account, or opens it again."""
    user = get_object_or_404(User, pk=user_id)
    try:
        set_active(user=user, active=request.POST.get("active") == "1", by=request.user)
    except OwnAccount:
        raise Http404 from None
    return redirect("account", user.pk)


@needs(Ability.MANAGE_POSTS)
@require_http_methods(["GET", "POST"])
def give(request: OfficerRequest, user_id: int) -> HttpResponse:
    """A further post."""
    user = get_object_or_404(User, pk=user_id)
    if user.pk == request.user.pk:
        raise Http404
    form = PostForm(request.POST or None, initial={"starts_on": today().strftime(_DAY)})
    if form.is_valid():
        answers = form.cleaned_data
        give_post(
            user=user,
            organisation=answers["organisation"],
            kind=OrganisationKind(answers["kind"]),
            role=Role(answers["role"]),
            desk=Desk(answers["desk"]) if answers["desk"] else None,
            starts_on=answers["starts_on"],
            ends_on=answers["ends_on"],
            by=request.user,
            **form.territory(),
        )
        return redirect("account", user.pk)
    context = {"form": form, "account": user}
    return render(request, "administration/give.html", context, status=422 if form.errors else 200)


@needs(Ability.MANAGE_POSTS)
@require_http_methods(["GET", "POST"])
def end(request: OfficerRequest, post_id: int) -> HttpResponse:
    """The last day of a post."""
    post = get_object_or_404(Post.objects.select_related("user", "organisation"), pk=post_id)
    if post.user_id == request.user.pk:
        raise Http404
    form = EndForm(request.POST or None, initial={"ends_on": today().strftime(_DAY)})
    if form.is_valid():
        end_post(post=post, ends_on=form.cleaned_data["ends_on"], by=request.user)
        return redirect("account", post.user_id)
    context = {"form": form, "post": post, "back_url": reverse("account", args=[post.user_id])}
    return render(request, "administration/end.html", context, status=422 if form.errors else 200)


def _show_password(request: OfficerRequest, user: User, password: str) -> HttpResponse:
    return render(request, "administration/password.html", {"account": user, "password": password})
