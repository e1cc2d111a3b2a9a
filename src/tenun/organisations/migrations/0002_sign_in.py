"""A first password that must be changed, and the entries of what admins do to accounts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A first password that must be changed, and the entries of what admins do to accounts."""

    dependencies = [("organisations", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="must_change_password",
            field=models.BooleanField(default=False, verbose_name="kata sandi harus diganti"),
        ),
        migrations.CreateModel(
            name="AccountEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField(null=True)),
                ("user_id", models.BigIntegerField()),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("created", "membuat akun"),
                            ("post_given", "memberi jabatan"),
                            ("post_ended", "mengakhiri jabatan"),
                            ("sign_in_reset", "mengatur ulang kata sandi dan bukti kedua"),
                            ("deactivated", "menonaktifkan akun"),
                            ("reactivated", "mengaktifkan akun lagi"),
                        ],
                        max_length=20,
                    ),
                ),
                ("detail", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["user_id", "at"], name="account_entry_by_user")],
            },
        ),
    ]
