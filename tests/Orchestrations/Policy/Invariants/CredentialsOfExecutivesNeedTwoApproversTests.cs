using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Tests.Runbooks;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class CredentialsOfExecutivesNeedTwoApproversTests
{
    [Theory]
    [InlineData("user.delete-mfa-method", true, 1, false, VerdictOutcome.Refuse)]
    [InlineData("user.delete-mfa-method", true, 2, true, VerdictOutcome.Refuse)]
    [InlineData("user.delete-mfa-method", true, 2, false, VerdictOutcome.Allow)]
    [InlineData("user.delete-mfa-method", false, 1, true, VerdictOutcome.Allow)]
    [InlineData("user.revoke-sessions", true, 1, false, VerdictOutcome.Allow)]
    public void Step_OnTheCredentialsOfAnExecutive_NeedsTwoOfAGroup(string remediation, bool isExecutive, int quorum, bool asksManager, VerdictOutcome verdict)
    {
        var standard = Scene.Requirement("standard", "desk", quorum, deadlineHours: 24);
        var policy = Scene.Policy with { Approvals = Scene.Policy.Approvals with { Requirements = [standard with { Approval = standard.Approval with { AsksManager = asksManager } }] } };
        var input = Scene.Input(Scene.OnUser(remediation)) with { Subject = Scene.Person(Scene.Rita, isExecutive ? [Scene.VipGroup] : []) };

        Scene.Ask(new CredentialsOfExecutivesNeedTwoApprovers(), input, policy).ShouldBe(verdict);
    }

    [Fact]
    public void Shipped_Requirement_ForExecutivesIsTwoPeople() => Scene.Ask(
        new CredentialsOfExecutivesNeedTwoApprovers(),
        Scene.Input(Scene.OnUser("user.delete-mfa-method")) with { Subject = Scene.Person(Scene.Rita, Scene.VipGroup) },
        new RulebookFixture().Load().ShouldNotBeNull().Policy).ShouldBe(VerdictOutcome.Allow);
}
