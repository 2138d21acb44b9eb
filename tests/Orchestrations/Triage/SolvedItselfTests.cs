using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>A ticket that says itself that it is over is seen as such, in four languages; one that goes on is not.</summary>
public sealed class SolvedItselfTests
{
    [Theory]
    [InlineData("Outlook", "Forget my last message: the mail problem has resolved itself over night.")]
    [InlineData("VPN", "Works again since lunch, you can close this ticket. Thanks!")]
    [InlineData("Printer", "Fixed it myself by changing the cable, please close.")]
    [InlineData("Drucker", "Hat sich erledigt, danke.")]
    [InlineData("Anmeldung", "Die Anmeldung geht wieder, das Ticket kann geschlossen werden.")]
    [InlineData("Correo", "El problema se ha solucionado solo, gracias.")]
    [InlineData("VPN", "Ya funciona, pueden cerrar la incidencia.")]
    [InlineData("Messagerie", "Le souci s'est résolu tout seul cette nuit.")]
    [InlineData("Imprimante", "Tout fonctionne à nouveau, vous pouvez fermer le ticket, merci.")]
    public void Ticket_ThatIsOver_IsSeen(string title, string text) => ShippedIntents.Traits.Find(title, text).ShouldContain(TicketTraits.AlreadyDone);

    [Theory]
    [InlineData("VPN", "Someone closed my last ticket as resolved, but the VPN is still down.")]
    [InlineData("Ticket", "Please close the old account of our trainee.")]
    [InlineData("Outlook", "It works again for a minute, then it breaks. Please do not close the ticket.")]
    [InlineData("Drucker", "Das Problem ist noch nicht gelöst, bitte das Ticket nicht schließen.")]
    [InlineData("VPN", "Sigue sin funcionar, no cierren el ticket.")]
    [InlineData("VPN", "Ce n'est pas résolu, merci de ne pas fermer le ticket.")]
    [InlineData("Laptop", "I forgot my password and cannot sign in.")]
    public void Ticket_ThatGoesOn_IsNotSeen(string title, string text) => ShippedIntents.Traits.Find(title, text).ShouldNotContain(TicketTraits.AlreadyDone);
}
