using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class LowConfidenceIsNeverAutomaticTests
{
    [Theory]
    [InlineData(true, 1.0, VerdictOutcome.Allow)]
    [InlineData(true, 0.85, VerdictOutcome.Allow)]
    [InlineData(true, 0.8499, VerdictOutcome.NeedsApproval)]
    [InlineData(true, 0.60, VerdictOutcome.NeedsApproval)]
    [InlineData(true, 0.5999, VerdictOutcome.Refuse)]
    [InlineData(true, 0.0, VerdictOutcome.Refuse)]
    [InlineData(false, 0.95, VerdictOutcome.Allow)]
    [InlineData(false, 0.9499, VerdictOutcome.NeedsApproval)]
    [InlineData(false, 0.60, VerdictOutcome.NeedsApproval)]
    [InlineData(false, 0.5999, VerdictOutcome.Refuse)]
    [InlineData(true, double.NaN, VerdictOutcome.Refuse)]
    [InlineData(true, -0.0001, VerdictOutcome.Refuse)]
    [InlineData(true, 1.0001, VerdictOutcome.Refuse)]
    [InlineData(true, double.PositiveInfinity, VerdictOutcome.Refuse)]
    public void Confidence_AtAndBelowTheThresholdOfItsSource_Weighed(bool isModel, double confidence, VerdictOutcome verdict) =>
        Scene.Ask(new LowConfidenceIsNeverAutomatic(), Sure(isModel, confidence)).ShouldBe(verdict);

    [Theory]
    [InlineData(0.0, 0.0, 0.7, VerdictOutcome.Allow)]
    [InlineData(0.0, 0.0, 0.6999, VerdictOutcome.NeedsApproval)]
    [InlineData(0.0, 0.0, 0.4, VerdictOutcome.NeedsApproval)]
    [InlineData(0.0, 0.0, 0.3999, VerdictOutcome.Refuse)]
    [InlineData(double.NaN, double.NaN, 1.0, VerdictOutcome.Refuse)]
    [InlineData(double.NaN, 0.5, 1.0, VerdictOutcome.NeedsApproval)]
    public void Threshold_BelowTheFloorOrNoNumber_DoesNotLoosen(double automatic, double considered, double confidence, VerdictOutcome verdict)
    {
        var source = new SourceConfidence(automatic, considered);

        Scene.Ask(new LowConfidenceIsNeverAutomatic(), Sure(true, confidence), Scene.Policy with { Confidence = new ConfidenceRules(source, source) }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("device.sync", 0.85, VerdictOutcome.Allow)]
    [InlineData("device.sync", 0.84, VerdictOutcome.NeedsApproval)]
    [InlineData("device.retire", 0.85, VerdictOutcome.NeedsApproval)]
    [InlineData("device.retire", 0.60, VerdictOutcome.NeedsApproval)]
    [InlineData("device.retire", 0.59, VerdictOutcome.Refuse)]
    public void HighImpact_OfLowConfidence_IsNotEvenPutBeforeAnApprover(string remediation, double confidence, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnDevice(remediation));

        new PolicyEngine(Scene.Policy).Decide(input with { Triage = input.Triage with { Confidence = confidence } }).Outcome.ShouldBe(verdict);
    }

    private static PolicyInput Sure(bool isModel, double confidence)
    {
        var input = Scene.Harmless();
        return input with { Triage = input.Triage with { IsModel = isModel, Confidence = confidence } };
    }
}
