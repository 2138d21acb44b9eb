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
    public void Of_TwoSmallWords_GiveTheLanguageWithoutTheDetector(string expected, string title, string text)
    {
        var detector = new FakeDetector("it");
        new WriterLanguage(detector).Of(title, text).ShouldBe(expected);
        detector.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    public void Of_FewSmallWords_IsWhatTheDetectorSays(string detected) => new WriterLanguage(new FakeDetector(detected)).Of("VPN", "VPN is kaputt").ShouldBe(detected);

    [Fact]
    public void Of_AsManyWordsOfTwoLanguages_IsWhatTheDetectorSays() => new WriterLanguage(new FakeDetector("fr")).Of("", "un que").ShouldBe("fr");

    [Fact]
    public void Of_LanguageThatWeDoNotAnswerIn_IsUndetermined() => new WriterLanguage(new FakeDetector("it")).Of("VPN", "VPN is rotta").ShouldBe(WriterLanguage.Undetermined);

    [Theory]
    [InlineData("en", "Password", "")]
    [InlineData("und", "", "パスワードを忘れました")]
    [InlineData("und", "", "12345")]
    [InlineData("und", "", "")]
    public void Of_DetectorFindsNothing_LeavesWhatTheWordsSay(string expected, string title, string text) => new WriterLanguage(new FakeDetector()).Of(title, text).ShouldBe(expected);

    [Fact]
    public void Of_LabelsOfAForm_DoNotReachTheDetector()
    {
        var detector = new FakeDetector("de");
        new WriterLanguage(detector).Of("Form", "Requested for: Kollege\nShort text: Drucker kaputt");
        detector.Asked.ShouldBe(["Form\n Kollege\n Drucker kaputt"]);
    }
}
