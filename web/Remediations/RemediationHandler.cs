using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Remediations;

/// <summary>The catalogue: what each remediation does and needs, and how it is verified and undone (P7).</summary>
public sealed class RemediationHandler(RemediationCatalogue catalogue, RunbookLibrary runbooks, CatalogueView view)
{
    /// <summary><c>GET /remediations</c>.</summary>
    public Task<IResult> ListAsync(HttpContext http) =>
        Task.FromResult(Page.Show<RemediationListPage, RemediationListModel>(http, new RemediationListModel(catalogue.Descriptors, catalogue.Off)));

    /// <summary><c>GET /remediations/{id}</c>.</summary>
    public Task<IResult> ShowAsync(HttpContext http)
    {
        if (catalogue.Describe(http.Id()) is not { } descriptor)
            return Task.FromResult(Page.NotFound(http, "Remediation not found", "Check the address, or see the list of remediations."));
        var users = runbooks.All.Where(runbook => runbook.Steps.Any(step => step.Do == descriptor.Id))
            .Select(runbook => (runbook, view.RunbookOff(runbook.Id))).ToList();
        return Task.FromResult(Page.Show<RemediationPage, RemediationModel>(http, new RemediationModel(descriptor, view.RemediationOff(descriptor.Id), users)));
    }
}
