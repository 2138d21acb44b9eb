using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class SynchronisedAccountsNeedApprovalTests
{
    [Theory]
    [InlineData(false, false, VerdictOutcome.Allow)]
    [InlineData(false, true, VerdictOutcome.NeedsApproval)]
    [InlineData(true, false, VerdictOutcome.Allow)]
    public void Account_MasteredOnPremises_NeedsApproval(bool requester, bool subject, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max) with { IsSynced = requester },
            Subject = Scene.Person(Scene.Rita) with { IsSynced = subject },
        };

        Scene.Ask(new SynchronisedAccountsNeedApproval(), input).ShouldBe(verdict);
    }
}
