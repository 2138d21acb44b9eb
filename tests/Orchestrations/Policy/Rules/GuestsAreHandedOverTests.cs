using HelpDesk.Orchestrations.Policy;
using HelpDesk.Orchestrations.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class GuestsAreHandedOverTests
{
    [Theory]
    [InlineData(false, false, VerdictOutcome.Allow)]
    [InlineData(true, false, VerdictOutcome.Refuse)]
    [InlineData(false, true, VerdictOutcome.Refuse)]
    public void Guest_AsksOrIsAskedFor_Refused(bool requester, bool subject, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max) with { IsGuest = requester },
            Subject = Scene.Person(Scene.Rita) with { IsGuest = subject },
        };

        Scene.Ask(new GuestsAreHandedOver(), input).ShouldBe(verdict);
    }
}
