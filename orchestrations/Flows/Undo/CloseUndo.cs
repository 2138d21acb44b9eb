using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>Brings the case of an undo to rest and says in both chains how it ended. The ticket itself is not touched: it ended before.</summary>
public sealed class CloseUndo(CaseStore caseStore, IAuditLog audit, TimeProvider time) : Activity<CloseUndo.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<CloseUndo>("close-undo");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var summary = input.WhyNot is { } why ? $"The undo ended without its whole effect: {why}" : "The undo was done and read back.";
        foreach (var caseId in new[] { input.CaseId, input.OriginCaseId })
        {
            await audit.AppendAsync(
                new AuditEvent(
                    caseId, $"{input.CaseId}/closed", input.WhyNot is null ? AuditKinds.Undone : AuditKinds.OperatorActed, "helpdesk", summary,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["undo-case"] = input.CaseId, ["outcome"] = input.WhyNot is null ? "Undone" : input.NeedsPerson ? "NeedsPerson" : "NotDone" }),
                cancellation);
        }

        await caseStore.UpdateAsync(input.CaseId, before => before.Ended(input.WhyNot, input.NeedsPerson, time.GetUtcNow()), cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="CloseUndo"/> takes.</summary>
    /// <param name="CaseId">The undo's own case.</param>
    /// <param name="OriginCaseId">The case whose steps were to be undone.</param>
    /// <param name="WhyNot">Why it was not, or not wholly, undone; null when every step is back.</param>
    /// <param name="NeedsPerson">True when something was tried and a person must look at it.</param>
    public sealed record Input(CaseId CaseId, CaseId OriginCaseId, string? WhyNot, bool NeedsPerson);
}
