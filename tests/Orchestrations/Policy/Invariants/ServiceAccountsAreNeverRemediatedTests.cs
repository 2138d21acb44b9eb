using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class ServiceAccountsAreNeverRemediatedTests
{
    [Theory]
    [InlineData(false, false, VerdictOutcome.Allow)]
    [InlineData(true, false, VerdictOutcome.Refuse)]
    [InlineData(false, true, VerdictOutcome.Refuse)]
    [InlineData(true, true, VerdictOutcome.Refuse)]
    public void FunctionalAccount_AsksOrIsAskedFor_Refused(bool requester, bool subject, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max) with { IsFunctional = requester },
            Subject = Scene.Person(Scene.Rita) with { IsFunctional = subject },
        };

        Scene.Ask(new ServiceAccountsAreNeverRemediated(), input).ShouldBe(verdict);
    }
}
