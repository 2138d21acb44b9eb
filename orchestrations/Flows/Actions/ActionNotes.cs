using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>Writes into the ticket, as a private note, who had what done. In the technician's language; what was read back is English.</summary>
public sealed class ActionNotes(TicketSystems systems, RemediationCatalogue catalogue, CaseStore caseStore, IOptions<HelpDeskOptions> options)
{
    private static readonly LocalizedText Done = LocalizedText.Of(
        "{0} had this done from the case page: {1}. Read back: {2}", "{0} hat dies von der Fallseite aus ausführen lassen: {1}. Geprüft: {2}",
        "{0} hizo ejecutar esto desde la página del caso: {1}. Comprobado: {2}", "{0} a fait exécuter ceci depuis la page du cas : {1}. Vérifié : {2}");

    private static readonly LocalizedText NotDone = LocalizedText.Of(
        "{0} asked for this on the case page: {1}. Not done: {2}", "{0} hat dies auf der Fallseite angefordert: {1}. Nicht ausgeführt: {2}",
        "{0} pidió esto en la página del caso: {1}. No se hizo: {2}", "{0} a demandé ceci sur la page du cas : {1}. Non fait : {2}");

    /// <summary>Writes it once. What was never planned left no trace anywhere, and needs none in the ticket.</summary>
    /// <param name="record">The action's case.</param>
    /// <param name="operatorName">Who pressed. Untrusted text.</param>
    /// <param name="whyNot">Why it was not done; null when it was.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The ticket system cannot be reached; retryable.</exception>
    public async Task WriteAsync(CaseRecord record, string operatorName, string? whyNot, string key, CancellationToken cancellation)
    {
        if (record.Steps is not [var step, ..])
            return;
        var what = catalogue.Describe(step.Remediation)?.PressOn(DisplayText.Of(step.TargetName, "?")) ?? step.Remediation;
        var text = (whyNot is null ? Done : NotDone).Filled(options.Value.TechnicianLanguage, DisplayText.Of(operatorName, "?"), what, whyNot ?? step.Note ?? "");
        if (await TicketWrites.TryAsync(() => systems.Get(record.Ticket.System).NoteAsync(record.Ticket.ExternalId, text, key, cancellation)) is { } refused)
            await caseStore.UpdateAsync(record.CaseId, before => before.With($"The note about it is not in the ticket: {refused.Message}"), cancellation);
    }
}
