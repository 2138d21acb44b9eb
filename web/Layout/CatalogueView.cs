using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Web.Layout;

/// <summary>
/// Decides what every page says of a runbook or remediation that it names: the title, and, where it is switched off, why and which setting
/// switches it on.
/// </summary>
public sealed class CatalogueView(RunbookLibrary library, RemediationCatalogue catalogue, TicketSystemCatalogue ticketSystems, PolicySet policy)
{
    /// <summary>Title of a runbook; its id when it is gone.</summary>
    public string TitleOfRunbook(string id) => library.Find(id)?.Title ?? id;

    /// <summary>Name of a ticket system; its id when this build does not know it.</summary>
    public string NameOfTicketSystem(string id) => ticketSystems.NameOf(id);

    /// <summary>What of a runbook is not done here; null when all of it is, or when there is no such runbook.</summary>
    public RunbookOff? RunbookOff(string id) => library.Find(id) is { } runbook ? ByMode(id) ?? BySteps(runbook) : null;

    /// <summary>What is known of a remediation, also while it is switched off; null when the catalogue does not have it.</summary>
    public RemediationDescriptor? Remediation(string id) => catalogue.Describe(id);

    /// <summary>Title of a remediation; its id when the catalogue does not have it.</summary>
    public string TitleOfRemediation(string id) => catalogue.Describe(id)?.Title ?? id;

    /// <summary>Why a remediation is not done here; null when it is, or when there is no such remediation.</summary>
    public string? RemediationOff(string id) => catalogue.FindOff(id)?.Why;

    private RunbookOff? ByMode(string id) => policy.Modes.For(id).Mode switch
    {
        RunbookMode.Off => new RunbookOff(true, $"The mode of '{id}' in policy/modes.yaml is off: a person does it. Another mode switches it on."),
        RunbookMode.Shadow => new RunbookOff(true, $"The mode of '{id}' in policy/modes.yaml is shadow: it is planned for the record only, and a person does it. Another mode switches it on."),
        _ => null,
    };

    private RunbookOff? BySteps(Runbook runbook)
    {
        var off = runbook.Steps.Select(step => catalogue.FindOff(step.Do)).OfType<OffRemediation>().ToList();
        if (off.Count == 0)
            return null;
        var why = string.Join(' ', off.Select(one => one.Why).Distinct(StringComparer.Ordinal));
        return off.Count == runbook.Steps.Count
            ? new RunbookOff(true, why)
            : new RunbookOff(false, $"Left out: {string.Join(", ", off.Select(one => one.About.Title).Distinct(StringComparer.Ordinal))}. {why}");
    }
}
