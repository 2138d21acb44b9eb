using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>A restart is not repeated for somebody who says that it did not help.</summary>
public sealed class RestartTriedTests
{
    [Theory]
    [InlineData("My PC crawls. A reboot helps for an hour, then it is back.")]
    [InlineData("Computer hangs all day. I have rebooted three times.")]
    [InlineData("Even after restarting, Excel takes five minutes to open.")]
    [InlineData("Rechner sehr langsam. Ein Neustart hilft nur kurz.")]
    [InlineData("Der PC hängt ständig, habe ihn gestern schon neu gestartet.")]
    [InlineData("Trotz Neustart ist alles träge.")]
    [InlineData("El portátil va lentísimo. Reiniciar solo ayuda un rato.")]
    [InlineData("El equipo va lento, ya lo he reiniciado dos veces.")]
    [InlineData("Mon ordinateur rame. Le redémarrage n'aide que quelques minutes.")]
    [InlineData("J'ai redémarré le PC mais il reste très lent.")]
    public void Restart_ThatWasTried_IsSeen(string text) => ShippedIntents.Traits.Find("Slow", text).ShouldContain(TicketTraits.RestartTried);

    [Theory]
    [InlineData("My laptop is slow since Monday, please restart it from your side.")]
    [InlineData("Notebook langsam, bitte neu starten.")]
    [InlineData("El ordenador va lento, ¿pueden reiniciarlo?")]
    [InlineData("Mon PC est lent, merci de le redémarrer.")]
    [InlineData("It is slow; opening mail takes a few minutes.")]
    [InlineData("Everything is briefly fast in the morning and slow after lunch.")]
    public void Restart_AskedForOrNotSpokenOf_IsNotSeen(string text) => ShippedIntents.Traits.Find("Slow", text).ShouldNotContain(TicketTraits.RestartTried);
}
