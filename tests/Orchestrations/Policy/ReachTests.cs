using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Tests.Policy;

/// <summary>What wipes a device or touches a proof of identity of people with reach asks more people.</summary>
public sealed class ReachTests
{
    private const string Reach = "11111111-0000-4000-8000-000000000007";

    private static readonly PolicySet Policy = Scene.Policy with
    {
        Approvals = Scene.Policy.Approvals with { Requirements = [Scene.Requirement("two-people", "managers", 2, deadlineHours: 4), .. Scene.Policy.Approvals.Requirements], Reach = "two-people" },
        Protection = Scene.Policy.Protection with { ReachGroups = new HashSet<string>([Reach], StringComparer.OrdinalIgnoreCase) },
    };

    [Theory]
    [InlineData("device.wipe", true, 2, "managers")]
    [InlineData("device.fresh-start-keep-data", true, 2, "managers")]
    [InlineData("device.retire", true, 2, "managers")]
    [InlineData("user.grant-temporary-pass", true, 2, "managers")]
    [InlineData("user.delete-mfa-method", true, 2, "managers")]
    [InlineData("user.force-password-change", true, 2, "managers")]
    [InlineData("device.show-bitlocker-key", true, 2, "managers")]
    [InlineData("user.disable-sign-in", true, 1, "desk")]
    [InlineData("group.add-member", true, 1, "desk")]
    [InlineData("user.grant-temporary-pass", false, 1, "desk")]
    public void Step_OnAPersonWithReach_AsksTwoWhereItWipesOrLetsIn(string remediation, bool hasReach, int quorum, string approvers)
    {
        var input = Scene.Input(remediation.StartsWith("device.", StringComparison.Ordinal) ? Scene.OnDevice(remediation) : Scene.OnUser(remediation));
        input = input with { Subject = Scene.Person(Scene.Rita, hasReach ? [Reach] : []) };

        var approval = ApprovalChoice.For(input, Policy).ShouldNotBeNull();

        (approval.Quorum, approval.ApproverGroup).ShouldBe((quorum, approvers));
    }

    [Fact]
    public void RequesterWithReach_ForSomebodyWithout_AsksAsForThem() =>
        ApprovalChoice.For(Scene.Delegated(Scene.OnUser("user.force-password-change")) with { Requester = Scene.Person(Scene.Max, Reach), Subject = Scene.Person(Scene.Rita) }, Policy)
            .ShouldNotBeNull().Quorum.ShouldBe(1);

    [Fact]
    public void SubjectThatIsNotKnown_CountsAsOneWithReach() =>
        ApprovalChoice.For(Scene.Input(Scene.OnDevice("device.wipe")) with { Subject = null }, Policy).ShouldNotBeNull().Quorum.ShouldBe(2);
}
