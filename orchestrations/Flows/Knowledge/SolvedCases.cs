using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>
/// Reads how a case was solved: by steps that were read back, or by a person who wrote how when they resolved the ticket. The ticket is read again: one that is
/// open is not solved, whoever said so.
/// </summary>
public sealed class SolvedCases(TicketSystems systems, CaseStore caseStore, CaseContext contexts, TicketRedactor redactor, IntentCatalogue intents, RemediationCatalogue catalogue)
{
    private const string CommentMark = "\n---\n";
    private const int ShortestPart = 3;

    // Nothing is learnt from these for others: what helped is the security team's, or nothing was to be done.
    private static readonly string[] Never = [IntentCatalogue.AlreadyDone, IntentCatalogue.MonitoringAlert, IntentCatalogue.Outage, IntentCatalogue.SecurityReport, IntentCatalogue.WantsPerson, .. IntentCatalogue.Threats];

    /// <summary>Reads a case.</summary>
    /// <exception cref="VendorException">The ticket system cannot be read now.</exception>
    public async Task<Reading> ReadAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { Snapshot: { } reference, UndoOf: null, SecurityOf: null, JoinedTo: null } record)
            return Reading.Of("It is no ticket of its own.");
        if (CaseOverviewLine.Of(record).IsOpen)
            return Reading.Open;
        if (record.State == CaseState.Ignored || record.Path is CasePath.Knowledge or CasePath.Nothing or CasePath.Refused || Never.Contains(record.Intent, StringComparer.Ordinal))
            return Reading.Of("Nothing is to be learnt from how it ended.");
        if (await systems.Get(record.Ticket.System).ReadAsync(record.Ticket.ExternalId, cancellation) is not { } ticket)
            return Reading.Of("Its ticket is gone, or hidden from the integration account.");
        if (ticket.State is not (TicketState.Resolved or TicketState.Closed))
            return Reading.Open;
        var solved = SolvedOf(record, ticket, await contexts.GetAsync<TicketSnapshot>(reference, cancellation));
        return solved.Steps.Count == 0 && solved.Notes.Length == 0 ? Reading.Of("No one wrote how it was solved.") : new Reading(solved, false, "");
    }

    /// <summary>What was asked in a case, redacted, with its language; null for a case without a ticket.</summary>
    public async Task<(string Text, string Language)?> QuestionAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { Snapshot: { } reference } record)
            return null;
        var snapshot = await contexts.GetAsync<TicketSnapshot>(reference, cancellation);
        return ($"{snapshot.Title}\n{AskedOf(snapshot)}", LanguageOf(record));
    }

    /// <summary>True when a composed text, line by line, holds nothing that the redaction takes out.</summary>
    public async Task<bool> IsRedactedAsync(CaseId caseId, DraftContent content, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record || await systems.Get(record.Ticket.System).ReadAsync(record.Ticket.ExternalId, cancellation) is not { } ticket)
            return false;
        return content.Sections.SelectMany(static section => section.Lines).Append(content.Title).All(line => CleanText.IsClean(Redacted(ticket, line), []));
    }

    private SolvedCase SolvedOf(CaseRecord record, Ticket ticket, TicketSnapshot snapshot)
    {
        var language = LanguageOf(record);
        var intent = intents.Find(record.Intent)?.Id ?? IntentCatalogue.Unknown;
        // After a hand-over a person solved it, whatever was done before: only their words say how. What was undone did not help.
        var steps = record is { State: CaseState.Resolved, Verified: true } && !record.Steps.Any(static step => step.State == CaseStepState.Undone)
            ? record.Steps.Where(static step => step.State == CaseStepState.Verified).Select(step => catalogue.Describe(step.Remediation)).OfType<RemediationDescriptor>()
                .Select(step => new SolvingStep(step.Id, language == "en" ? step.Title : step.Requester.In(language))).ToList()
            : [];
        var notes = ticket.CloseNotes is { } written ? Redacted(ticket, written) : "";
        return new SolvedCase(
            record.CaseId, language, intent, intents.Find(intent)?.Title.In(language) ?? intent, snapshot.Title, AskedOf(snapshot), steps.Count > 0 ? "" : notes, steps, NamesOf(record, ticket, snapshot));
    }

    private string Redacted(Ticket ticket, string text) => redactor.OwnWords(ticket, new TicketComment("close-notes", null, IsPublic: false, text, ticket.UpdatedAt));

    private static string AskedOf(TicketSnapshot snapshot) => snapshot.Text.IndexOf(CommentMark, StringComparison.Ordinal) is var end and >= 0 ? snapshot.Text[..end] : snapshot.Text;

    private static string LanguageOf(CaseRecord record) => record.Language is { } language && LocalizedText.Languages.Contains(language, StringComparer.Ordinal) ? language : "en";

    // Everything that belongs to this one case, as a whole and in its parts.
    private static List<string> NamesOf(CaseRecord record, Ticket ticket, TicketSnapshot snapshot)
    {
        string?[] whole =
        [
            record.RequesterName, record.OpenedBy, record.RequesterId?.Value, record.Ticket.Number, record.Ticket.ExternalId, record.CaseId, ticket.AssignedTo, ticket.Requester?.DisplayName,
            ticket.Requester?.Mail, ticket.Requester?.UserName, ticket.Requester?.SystemUserId, snapshot.Requester?.DisplayName, snapshot.Requester?.Mail, snapshot.Requester?.UserName,
            .. record.Steps.Select(static step => step.TargetName), .. snapshot.Placeholders.Values,
        ];
        string?[] people = [record.RequesterName, record.OpenedBy, ticket.AssignedTo, ticket.Requester?.DisplayName, snapshot.Requester?.DisplayName];
        return [.. whole.Concat(people.OfType<string>().SelectMany(static name => name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            .OfType<string>().Select(static name => name.Trim()).Where(static name => name.Length >= ShortestPart).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What was read of a case.</summary>
    /// <param name="Solved">How it was solved; null when it was not, or that is not known.</param>
    /// <param name="IsOpen">True when it may still be solved.</param>
    /// <param name="Why">Why nothing is made of it.</param>
    public sealed record Reading(SolvedCase? Solved, bool IsOpen, string Why)
    {
        /// <summary>It may still be solved.</summary>
        public static Reading Open { get; } = new(null, true, "");

        /// <summary>Nothing is made of it.</summary>
        public static Reading Of(string why) => new(null, false, why);
    }
}
