using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Containment;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class ContainmentPlansOnlyContainTests
{
    private static readonly PolicySet Policy = Scene.Policy with
    {
        Containment = new ContainmentRules(new HashSet<string>(StringComparer.Ordinal) { "user.revoke-sessions", "user.confirm-compromised", "device.wipe", "user.grant-temporary-pass" }, 0.8),
    };

    [Theory]
    [InlineData("user.revoke-sessions", true, null)]
    [InlineData("user.confirm-compromised", true, null)]
    [InlineData("user.revoke-sessions", false, VerdictOutcome.Refuse)]
    [InlineData("user.disable-sign-in", true, VerdictOutcome.NeedsApproval)]
    [InlineData("device.wipe", true, VerdictOutcome.Refuse)]
    [InlineData("user.grant-temporary-pass", true, VerdictOutcome.Refuse)]
    [InlineData("user.invented", true, VerdictOutcome.Refuse)]
    public void Step_OfAContainmentPlan_OnlyWhatContainsAndIsNamed(string remediation, bool isMarked, VerdictOutcome? expected) =>
        (new ContainmentPlansOnlyContain().Judge(Contain(remediation, isMarked), Policy)?.Outcome).ShouldBe(expected);

    [Fact]
    public void OrdinaryPlan_IsNoConcern() => new ContainmentPlansOnlyContain().Judge(Scene.Input(Scene.OnDevice("device.wipe")), Policy).ShouldBeNull();

    [Theory]
    [InlineData("user.revoke-sessions", 0.81, VerdictOutcome.Allow)]
    [InlineData("user.confirm-compromised", 0.81, VerdictOutcome.Allow)]
    [InlineData("user.confirm-compromised", 0.75, VerdictOutcome.NeedsApproval)]
    [InlineData("user.disable-sign-in", 0.99, VerdictOutcome.NeedsApproval)]
    [InlineData("device.wipe", 0.99, VerdictOutcome.Refuse)]
    public void WholePolicy_AtOnce_OnlyWhatContainsIsSureAndIsNamed(string remediation, double confidence, VerdictOutcome expected)
    {
        var input = Contain(remediation, isMarked: true);

        new PolicyEngine(Policy).Decide(input with { Triage = input.Triage with { Confidence = confidence } }).Outcome.ShouldBe(expected);
    }

    [Fact]
    public void HighImpact_NamedButInAnOrdinaryPlan_StillNeedsApproval() =>
        new PolicyEngine(Policy).Decide(Scene.Input(Scene.OnUser("user.confirm-compromised"))).Outcome.ShouldBe(VerdictOutcome.NeedsApproval);

    [Fact]
    public void EvenIfAFileNamedIt_WhatErasesOrGivesIn_IsNeverCovered()
    {
        foreach (var descriptor in Scene.Catalogue.Values.Where(one => one.ErasesDevice || one.TouchesCredentials || one.NeedsApproval || one.Reversibility == Domain.Remediations.Reversibility.Irreversible))
            new ContainmentRules(new HashSet<string>([descriptor.Id], StringComparer.Ordinal), 0.7).Covers(Contain("user.revoke-sessions", true).Plan, descriptor).ShouldBeFalse(descriptor.Id);
    }

    private static PolicyInput Contain(string remediation, bool isMarked)
    {
        var step = remediation.StartsWith("device.", StringComparison.Ordinal) ? Scene.OnDevice(remediation) : Scene.OnUser(remediation);
        var input = Scene.Input(step).Planned(plan => plan with { IsContainment = true });
        return input with { Runbook = input.Runbook! with { Steps = [.. input.Runbook.Steps.Select(written => written with { Contain = isMarked })] } };
    }
}
