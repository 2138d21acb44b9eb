using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Tests.Triage;

public sealed class WriterLanguageTests
{
    [Theory]
    [InlineData("en", "Help", "I forgot my password and cannot log in")]
    [InlineData("de", "Hilfe", "Ich habe mein Passwort vergessen und kann mich nicht anmelden")]
    [InlineData("es", "Ayuda", "He olvidado mi contraseña y no puedo entrar en mi cuenta")]
    [InlineData("fr", "Aide", "J'ai oublié mon mot de passe et je ne peux pas me connecter")]
    [InlineData("de", "Access request", "Requested for: me\nDescription of issue: Ich brauche Zugriff auf den Ordner, bitte\nPlease describe: geht nicht")]
    [InlineData("en", "パスワード", "件名: My account is locked and I cannot work")]
    [InlineData("de", "Passwort vergessen", "")]
    [InlineData("es", "", "Me han robado el portátil")]
    [InlineData("fr", "", "Mon ordinateur est très lent")]
    [InlineData("und", "", "パスワードを忘れました")]
    [InlineData("und", "", "12345")]
    [InlineData("und", "", "")]
    public void Of_WritersOwnWords_GiveTheLanguage(string expected, string title, string text) => WriterLanguage.Of(title, text).ShouldBe(expected);
}
