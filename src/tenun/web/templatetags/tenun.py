"""The components of the pages."""

from django import template

register = template.Library()
