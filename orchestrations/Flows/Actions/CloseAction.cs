using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Outcomes;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>
/// Closes the case of a step that an operator had done: says in both chains how it ended, and in a private note of the ticket who had what done. A
/// requester reads nothing of it; the technician writes to them.
/// </summary>
public sealed class CloseAction(ActionNotes notes, CaseLinks links, CaseStore caseStore, IAuditLog audit, TimeProvider time)
    : Activity<CloseAction.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<CloseAction>("close-action");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.CaseId}'.");
        foreach (var caseId in new[] { input.CaseId, input.OriginCaseId })
        {
            await audit.AppendAsync(
                new AuditEvent(
                    caseId, $"{input.CaseId}/closed", AuditKinds.OperatorActed, "helpdesk",
                    input.WhyNot is { } why ? $"The step that an operator wanted was not done: {why}" : "The step that an operator wanted was done and read back.",
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["action-case"] = input.CaseId, ["operator-name"] = input.OperatorName, ["outcome"] = input.WhyNot is null ? "Done" : input.NeedsPerson ? "NeedsPerson" : "NotDone",
                    }),
                cancellation);
        }

        await caseStore.UpdateAsync(input.CaseId, before => before.Ended(input.WhyNot, input.NeedsPerson, time.GetUtcNow()), cancellation);
        if (input.WhyNot is null && record.Plan is { } plan && await caseStore.FindAsync(input.OriginCaseId, cancellation) is { } origin)
            await links.AboutAsync(CaseLinks.TicketOf(origin), plan, cancellation);
        await notes.WriteAsync(record, input.OperatorName, input.WhyNot, $"{input.CaseId}/note", cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="CloseAction"/> takes.</summary>
    /// <param name="CaseId">The action's own case.</param>
    /// <param name="OriginCaseId">The case on whose page it was pressed.</param>
    /// <param name="OperatorName">Who pressed. Untrusted text.</param>
    /// <param name="WhyNot">Why it was not done; null when it was.</param>
    /// <param name="NeedsPerson">True when something was tried and a person must check it.</param>
    public sealed record Input(CaseId CaseId, CaseId OriginCaseId, string OperatorName, string? WhyNot, bool NeedsPerson);
}
