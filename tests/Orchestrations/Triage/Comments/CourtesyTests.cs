using HelpDesk.Orchestrations.Stages.Understanding.Comments;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage.Comments;

/// <summary>A courtesy word closes nothing: what answers a question is information, however thankfully it is said, and thanks stay thanks.</summary>
public sealed class CourtesyTests
{
    private static readonly CommentReader Reader = new(ShippedIntents.Words);

    [Theory]
    [InlineData("Es geht um das CRM, danke")]
    [InlineData("danke, es handelt sich um mein Firmennotebook")]
    [InlineData("Danke für die Rückfrage, das blaue ThinkPad")]
    [InlineData("Personalportal, vielen Dank")]
    [InlineData("Vielen Dank! Betrifft den Verteiler Vertrieb Süd.")]
    [InlineData("Das Gerät heißt MUC-NB-1180. Danke!")]
    [InlineData("Super, ich nutze das iPad")]
    [InlineData("It's about Payroll Manager, cheers")]
    [InlineData("Thanks, the tablet")]
    [InlineData("the grey one thanks")]
    [InlineData("Thank you for getting back to me, it is the workstation in room four.")]
    [InlineData("Many thanks. That would be LON-WS-0077")]
    [InlineData("Perfect, that is the SAP client")]
    [InlineData("Gracias, se trata del portátil")]
    [InlineData("es la aplicación de nóminas, gracias")]
    [InlineData("Gracias por responder, uso la tableta de la oficina")]
    [InlineData("portal de gastos, muchas gracias")]
    [InlineData("Merci, il s'agit de mon portable")]
    [InlineData("C'est pour le logiciel de paie, merci")]
    [InlineData("Merci pour votre retour, cela concerne la boîte commune")]
    [InlineData("l'imprimante du hall, merci beaucoup")]
    public void Answer_WithACourtesyWord_IsInformation(string text) =>
        Reader.Of(text, "identity.app-access").ShouldBeOneOf(CommentMeaning.Information, CommentMeaning.Changed);

    [Theory]
    [InlineData("Thanks!")]
    [InlineData("thx")]
    [InlineData("Thank you so much for the fast help with my laptop!")]
    [InlineData("Wow, that was quick. Cheers!")]
    [InlineData("Brilliant service, thank you")]
    [InlineData("Thanks a lot, you made my day")]
    [InlineData("Many thanks [PERSON_1], all good")]
    [InlineData("Thanks IT, great work")]
    [InlineData("Danke, das ging ja schnell!")]
    [InlineData("Vielen lieben Dank für das neue Passwort")]
    [InlineData("Klasse, danke euch")]
    [InlineData("Super, besten Dank und schönes Wochenende")]
    [InlineData("Ich wollte mich nur bedanken")]
    [InlineData("Muchas gracias, qué rapidez")]
    [InlineData("Gracias por arreglar la impresora")]
    [InlineData("Perfecto, mil gracias al equipo")]
    [InlineData("Merci beaucoup, c'était très rapide")]
    [InlineData("Parfait, merci à toute l'équipe")]
    [InlineData("Merci pour l'accès au CRM")]
    public void Thanks_AndNothingElse_StayThanks(string text) =>
        Reader.Of(text, "identity.app-access").ShouldBe(CommentMeaning.Nothing);

    [Theory]
    [InlineData("It works again, thank you")]
    [InlineData("Funktioniert jetzt, danke!")]
    [InlineData("Ya funciona, gracias")]
    [InlineData("Ça marche, merci")]
    public void Thanks_ThatSayItWorks_ReopenNothing(string text) =>
        Reader.Of(text, "device.sync").ShouldBeOneOf(CommentMeaning.Nothing, CommentMeaning.Solved);
}
