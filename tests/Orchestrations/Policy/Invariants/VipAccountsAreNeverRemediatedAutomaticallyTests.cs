using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class VipAccountsAreNeverRemediatedAutomaticallyTests
{
    [Theory]
    [InlineData(null, null, VerdictOutcome.Allow)]
    [InlineData(Scene.VipGroup, null, VerdictOutcome.NeedsApproval)]
    [InlineData(null, Scene.VipGroup, VerdictOutcome.NeedsApproval)]
    [InlineData("another-group", "another-group", VerdictOutcome.Allow)]
    public void Vip_AsksOrIsAskedFor_NeedsApproval(string? requesterGroup, string? subjectGroup, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max, [.. Groups(requesterGroup)]),
            Subject = Scene.Person(Scene.Rita, [.. Groups(subjectGroup)]),
        };

        Scene.Ask(new VipAccountsAreNeverRemediatedAutomatically(), input).ShouldBe(verdict);
    }

    private static string[] Groups(string? group) => group is null ? [] : ["before", group];
}
