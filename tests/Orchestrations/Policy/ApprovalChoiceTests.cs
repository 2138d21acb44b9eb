using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Tests.Policy;

public sealed class ApprovalChoiceTests
{
    [Theory]
    [InlineData("device.sync", null, "desk", 1, 24)]
    [InlineData("device.wipe", null, "security", 2, 8)]
    [InlineData("group.add-member", Scene.CrmGroup, "owners", 1, 72)]
    [InlineData("group.add-member", Scene.VpnGroup, "desk", 1, 24)]
    [InlineData("group.add-member", "11111111-0000-4000-8000-0000000000ff", "desk", 1, 24)]
    public void OneStep_ByItsRemediationOrItsAccess_AsksWhomPolicyNames(string remediation, string? group, string approvers, int quorum, int deadlineHours)
    {
        var approval = ApprovalChoice.For(Scene.Input(Step(remediation, group)), Scene.Policy).ShouldNotBeNull();

        (approval.ApproverGroup, approval.Quorum, approval.Deadline).ShouldBe((approvers, quorum, TimeSpan.FromHours(deadlineHours)));
    }

    [Fact]
    public void HarmlessStep_BesideADestructiveOne_DoesNotSoftenWhoIsAsked()
    {
        var (sync, wipe, crm) = (Step("device.sync"), Step("device.wipe"), Step("group.add-member", Scene.CrmGroup));

        foreach (var steps in new[] { new[] { sync, wipe, crm }, [crm, wipe, sync], [wipe, sync] })
        {
            var approval = ApprovalChoice.For(Scene.Input(steps), Scene.Policy).ShouldNotBeNull();
            (approval.ApproverGroup, approval.Quorum, approval.Deadline).ShouldBe(("security", 2, TimeSpan.FromHours(8)));
        }
    }

    [Fact]
    public void TwoAccesses_OfOneStep_BothOwnersCount() =>
        ApprovalChoice.For(Scene.Input(Scene.OnUser("a.swap", ("groupId", Scene.VpnGroup), ("toSkuId", Scene.VisioSku))), Scene.Policy).ShouldNotBeNull().ApproverGroup.ShouldBe("owners");

    [Theory]
    [InlineData("nothing is missing", true)]
    [InlineData("the approver group", false)]
    [InlineData("the fallback group", false)]
    [InlineData("the requirement that the default names", false)]
    public void Approver_WhomPolicyDoesNotConfigure_NobodyAndSoRefused(string missing, bool isAsked)
    {
        var policy = missing switch
        {
            "the approver group" => Without("desk"),
            "the fallback group" => Without("managers"),
            "the requirement that the default names" => Scene.Policy with { Approvals = Scene.Policy.Approvals with { Default = "gone" } },
            _ => Scene.Policy,
        };
        var input = Scene.Input(Scene.OnDevice("device.sync")).Described("device.sync", descriptor => descriptor with { Impact = Impact.High });

        var verdict = new PolicyEngine(policy).Decide(input);

        verdict.Outcome.ShouldBe(isAsked ? VerdictOutcome.NeedsApproval : VerdictOutcome.Refuse);
        verdict.Approval.ShouldBe(isAsked ? Scene.Policy.Approvals.Requirements[^1].Approval : null);
        verdict.Findings.Any(finding => finding.Rule == "SomebodyMustBeConfiguredToApprove").ShouldBe(!isAsked);
    }

    private static PolicySet Without(string group) =>
        Scene.Policy with { Approvers = Scene.Policy.Approvers.Where(one => one.Key != group).ToDictionary(StringComparer.Ordinal) };

    private static PlanStep Step(string remediation, string? group = null) =>
        group is null ? Scene.OnDevice(remediation) : Scene.OnUser(remediation, ("groupId", group));

    private static Plan Plan(params PlanStep[] steps) => Scene.Input(steps).Plan;
}
