using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>Makes and keeps what helps the technician who gets a ticket.</summary>
public sealed class CaseAssists(AssistReader reader, AssistBuilder builder, IStaffArticles articles, CaseContext contexts, IOptions<HelpDeskOptions> options)
{
    private const string Kind = "assist";

    /// <summary>True when a person gets the ticket of somebody: a program needs no technician's first call, and an undo or security case has its own note.</summary>
    public static bool IsFor(CaseRecord record, EscalateCase.Input input) =>
        record is { UndoOf: null, SecurityOf: null, ActionOf: null } && !input.Traits.Contains(TicketTraits.Machine, StringComparer.Ordinal) && !input.Traits.Contains(TicketTraits.ProviderNotice, StringComparer.Ordinal);

    /// <summary>Makes it and keeps it with the case's context.</summary>
    /// <param name="record">The case.</param>
    /// <param name="input">Why a person gets it.</param>
    /// <param name="group">The group that handles it; null when none took it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<(CaseAssist Assist, ContextReference Reference)> MakeAsync(CaseRecord record, EscalateCase.Input input, string? group, CancellationToken cancellation)
    {
        var facts = await reader.ReadAsync(record, withLogs: false, cancellation) with { Articles = await ArticlesAsync(record, cancellation) };
        var assist = builder.Make(record, input, facts, group, options.Value.TechnicianLanguage);
        return (assist, await contexts.PutAsync(record.CaseId, Kind, assist, cancellation));
    }

    private async Task<IReadOnlyList<KnowledgeArticle>> ArticlesAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record.Snapshot is not { } reference)
            return [];
        var ticket = await contexts.GetAsync<TicketSnapshot>(reference, cancellation);
        return await articles.FindAsync($"{ticket.Title}\n{ticket.Text}", options.Value.TechnicianLanguage, cancellation);
    }

    /// <summary>What was made for a case; null when nothing was.</summary>
    /// <exception cref="StoredValueChangedException">It was changed in the store.</exception>
    public async Task<CaseAssist?> FindAsync(CaseRecord record, CancellationToken cancellation) =>
        record.Assist is { Kind: Kind } reference && reference.CaseId == record.CaseId ? await contexts.GetAsync<CaseAssist>(reference, cancellation) : null;

    /// <summary>What is so now, with the logs of the directory; one line each.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> CheckNowAsync(CaseRecord record, CancellationToken cancellation) =>
        [.. builder.Checked(record, await reader.ReadAsync(record, withLogs: true, cancellation), options.Value.TechnicianLanguage)];
}
