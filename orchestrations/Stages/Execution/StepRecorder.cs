using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Writes what becomes of a step to the audit log, the case record and the figures.</summary>
/// <remarks>Every method that writes throws <see cref="VendorException"/> when the store cannot be reached.</remarks>
public sealed class StepRecorder(IAuditLog audit, CaseStore caseStore, ProductMetrics metrics)
{
    /// <summary>Adds an entry about the step to the audit log.</summary>
    internal Task AuditAsync(CurrentStep at, StepEntry entry) =>
        audit.AppendAsync(StepAudit.Entry(at.Input, at.Step, entry.Key, entry.Kind, entry.Summary, entry.Facts), at.Cancellation);

    /// <summary>Adds to the audit log that a step was refused because its stored plan is another one.</summary>
    internal Task AuditRefusalAsync(StepInput input, string key, string kind, string why, CancellationToken cancellation) =>
        audit.AppendAsync(StepAudit.Entry(input, null, key, kind, $"Not done: {why}", ("outcome", nameof(StepOutcome.Refused))), cancellation);

    /// <summary>Changes the state of the step in its case; a state of null changes the note only, <paramref name="doing"/> of null leaves what the case does.</summary>
    public Task MarkAsync(CurrentStep at, CaseStepState? state, string? note, string? doing = null) => MarkAsync(at, at.Input.CaseId, state, note, doing);

    /// <summary>The same, in the record of another case that has this step too.</summary>
    public Task MarkAsync(CurrentStep at, CaseId caseId, CaseStepState? state, string? note, string? doing = null) =>
        caseStore.MarkStepAsync(caseId, at.Step.Id, state, note, at.Cancellation, doing);

    /// <summary>Changes the record of the case.</summary>
    internal Task UpdateAsync(CurrentStep at, Func<CaseRecord, CaseRecord> change) => caseStore.UpdateAsync(at.Input.CaseId, change, at.Cancellation);

    /// <summary>Counts how the step ended.</summary>
    public void Count(CurrentStep at, string label) => metrics.StepEnded(at.Step.Remediation, label);

    /// <summary>Counts how long after its ticket a containment step was done; nothing for another step.</summary>
    public async Task CountContainmentAsync(CurrentStep at)
    {
        // The record was written a moment ago, when the step was marked: that is when it was done.
        if (at.Plan.IsContainment && await caseStore.FindAsync(at.Input.CaseId, at.Cancellation) is { } record)
            metrics.Contained(at.Step.Remediation, record.UpdatedAt - record.OpenedAt);
    }

    /// <summary>Counts that an effect was reported and did not show.</summary>
    public void CountMismatch(CurrentStep at) => metrics.Mismatched(at.Step.Remediation);
}

/// <summary>One entry of the audit log about a step.</summary>
/// <param name="Key">Its key: an entry of the same key is written once.</param>
/// <param name="Kind">One of <see cref="AuditKinds"/>.</param>
/// <param name="Summary">One sentence; no secret.</param>
/// <param name="Facts">What is added to the step's own facts; those without a value are left out.</param>
internal sealed record StepEntry(string Key, string Kind, string Summary, params (string Name, string? Value)[] Facts);
