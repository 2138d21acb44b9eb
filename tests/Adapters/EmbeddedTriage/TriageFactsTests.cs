using HelpDesk.Adapters.EmbeddedTriage.Facts;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

public sealed class TriageFactsTests
{
    [Theory]
    [InlineData("My notebook LON-LT-0421 is missing, call [PHONE_1]", "LON-LT-0421")]
    [InlineData("LON-LT-0421 or LON-LT-0422, not sure", "LON-LT-0421/LON-LT-0422")]
    [InlineData("Mein Diensthandy ist weg", "phone")]
    [InlineData("Me robaron el portátil del coche", "laptop")]
    [InlineData("On m'a volé mon ordinateur portable", "laptop")]
    [InlineData("My account is locked, my phone number is [PHONE_1]", null)]
    public void DeviceHint_IsWhatTheTicketNames(string text, string? hint) => DeviceHints.Find(text).ShouldBe(hint);

    [Theory]
    [InlineData("I need access to the CRM.", "crm")]
    [InlineData("Please give me VPN access, I'll work from home.", "vpn")]
    [InlineData("I need a Visio licence.", "visio")]
    [InlineData("Ich brauche eine Visio-Lizenz.", "visio")]
    [InlineData("Necesito una licencia de Visio.", "visio")]
    [InlineData("J'ai besoin d'un accès au CRM.", "crm")]
    [InlineData("My screen stays black.", null)]
    public void AppHint_IsTheNameAlone(string text, string? hint) => AppHints.Find(text).ShouldBe(hint);

    [Theory]
    [InlineData("My work laptop was stolen from my car.", true)]
    [InlineData("Mir wurde das Firmenhandy geklaut.", true)]
    [InlineData("Me robaron el portátil.", true)]
    [InlineData("On m'a volé mon ordinateur.", true)]
    [InlineData("I think my laptop was stolen, or I left it on the train.", false)]
    [InlineData("Vielleicht gestohlen, ich weiß es nicht.", false)]
    [InlineData("Creo que me lo han robado.", false)]
    [InlineData("Je pense qu'on me l'a volé.", false)]
    [InlineData("Lost my phone.", null)]
    public void ConfirmedLost_OnlyWithoutDoubt(string text, bool? lost) => LossCertainty.Find(text).ShouldBe(lost);
}
