using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Cases;

/// <summary>One case: its timeline, and the request for a person.</summary>
public sealed class CaseHandler(
    CaseStore caseStore, CaseBackgrounds backgrounds, CatalogueView catalogue, PersonRequestService people, UndoOffers offers, IWorkflowClient workflows)
{
    /// <summary><c>GET /cases/{id}</c>.</summary>
    public Task<IResult> ShowAsync(HttpContext http) => ShowAsync(http, checksNow: false);

    /// <summary><c>POST /cases/{id}/check</c>: the page with what is so now. A press, because the logs that it reads answer few calls for the whole organisation.</summary>
    public Task<IResult> CheckAsync(HttpContext http) => ShowAsync(http, checksNow: true);

    private async Task<IResult> ShowAsync(HttpContext http, bool checksNow)
    {
        var cancellation = http.RequestAborted;
        if (await caseStore.FindAsync(new CaseId(http.Id()), cancellation) is not { } record)
            return NoSuchCase(http);
        if (BulkCase.Is(record.CaseId))
            return Results.LocalRedirect($"/bulk/{Uri.EscapeDataString(record.CaseId)}");
        var titles = record.Steps.Select(step => step.Remediation).Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => catalogue.TitleOfRemediation(id), StringComparer.Ordinal);
        var off = new CaseOff(
            record.RunbookId is { } runbook ? catalogue.RunbookOff(runbook) : null,
            titles.Keys.Select(id => (id, Why: catalogue.RemediationOff(id))).Where(step => step.Why is not null).ToDictionary(step => step.id, step => step.Why!, StringComparer.Ordinal));
        var asked = await people.FindAsync(record.CaseId, cancellation);
        return Page.Show<CasePage, CaseModel>(http, new CaseModel(
            record, catalogue.NameOfTicketSystem(record.Ticket.System), await backgrounds.OfAsync(record, PageRequest.ViewerOf(http), checksNow, cancellation), titles, off, asked, await OffersAsync(http, record), await StoppedAsync(record, cancellation)));
    }

    /// <summary><c>POST /cases/{id}/person</c>: stops the automation of a case and escalates it.</summary>
    public async Task<IResult> AskForPersonAsync(HttpContext http)
    {
        if (await caseStore.FindAsync(new CaseId(http.Id()), http.RequestAborted) is not { } record || BulkCase.Is(record.CaseId))
            return NoSuchCase(http);
        await people.RequestAsync(record.CaseId, $"person:{PageRequest.ViewerOf(http).Person.ObjectId}", http.RequestAborted);
        return SeeOther.To(http, $"/cases/{Uri.EscapeDataString(record.CaseId)}");
    }

    private async Task<IReadOnlyList<UndoOffer>> OffersAsync(HttpContext http, CaseRecord record) =>
        PageRequest.ViewerOf(http).IsOperator && (record.State is CaseState.Resolved or CaseState.Escalated) ? await offers.OfAsync(record, http.RequestAborted) : [];

    private async Task<WorkflowState?> StoppedAsync(CaseRecord record, CancellationToken cancellation) =>
        !Labels.IsOver(record)
        && await workflows.GetStatusAsync(record.Workflow, cancellation) is { State: WorkflowState.Suspended or WorkflowState.Failed or WorkflowState.Terminated } status
            ? status.State
            : null;

    private static IResult NoSuchCase(HttpContext http) =>
        Page.NotFound(http, "Case not found", "Check the address. A new ticket can take a few seconds to show up here.");
}
