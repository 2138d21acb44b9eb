using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Outcomes.Assist;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Gives the ticket to the group that handles it, with a summary, and records the outcome (promise P6).</summary>
public sealed class EscalateCase(TicketEscalation ticket, CaseAssists assists, CaseStore caseStore, OutcomeLog outcomes, IAuditLog audit, TimeProvider time) : Activity<EscalateCase.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<EscalateCase>("escalate-case");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{input.CaseId}' was never opened.");
        ContextReference? assist = null;
        var (group, problems) = await ticket.EscalateAsync(record, input, context.IdempotencyKey, AssistAsync, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/escalated", AuditKinds.Escalated, "helpdesk", $"A person takes over: {input.Why}",
                Facts(input, group, problems)),
            cancellation);
        var closed = await caseStore.UpdateAsync(
            input.CaseId,
            before => before with
            {
                State = CaseState.Escalated,
                Path = input.Path,
                Verified = false,
                HandedTo = group,
                AboutSystem = input.System,
                Assist = assist,
                IsCurable = input.IsCurable,
                Reason = problems.Count == 0 ? input.Why : $"{input.Why} {string.Join(' ', problems)}",
                TicketProblems = [.. before.TicketProblems.Union(problems, StringComparer.Ordinal)],
                Doing = null,
                WaitingFor = null,
                OpenApprovalId = null,
                OpenHandOverId = null,
                OpenQuestion = null,
                ClosedAt = before.ClosedAt ?? time.GetUtcNow(),
            },
            cancellation);
        await outcomes.RecordAsync(closed, cancellation);
        return Unit.Value;

        async Task<string> AssistAsync(string? of)
        {
            if (!CaseAssists.IsFor(record, input))
                return "";
            (var made, assist) = await assists.MakeAsync(record, input, of, cancellation);
            return AssistNote.Write(made);
        }
    }

    private static Dictionary<string, string> Facts(Input input, string? group, IReadOnlyList<string> problems)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["group"] = group ?? "none", ["path"] = input.Path.ToString() };
        if (problems.Count > 0)
            facts["not-taken"] = Shorten(string.Join(' ', problems));
        return facts;
    }

    private static string Shorten(string text) => text.Length <= 400 ? text : $"{text[..399]}…";

    /// <summary>What <see cref="EscalateCase"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Path">Person, or refused.</param>
    /// <param name="Why">Why, in plain words for the person who takes over.</param>
    /// <param name="Intent">The intent; null when it is not known.</param>
    /// <param name="Findings">What policy's rules said; empty when they were not asked.</param>
    /// <param name="Traits">What the text itself shows.</param>
    /// <param name="System">Whose password, lock or code it is about (<c>TriageFacts.System</c>); null when it is about none.</param>
    public sealed record Input(
        CaseId CaseId, CasePath Path, string Why, string? Intent, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<string> Traits, string? System = null)
    {
        /// <summary>True when a person gets it only because something was not understood: a reply of the requester may cure that. Default false.</summary>
        public bool IsCurable { get; init; }
    }
}
