using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Layout;

/// <summary>
/// Decides how pages name runbooks, remediations, approver groups and accesses: by title, and, where one is switched off, with the reason and
/// the setting that switches it on.
/// </summary>
public sealed class CatalogueView(
    RunbookLibrary library, RemediationCatalogue catalogue, TicketSystemCatalogue ticketSystems, PolicySet policy, AccessCatalogue access, IntentCatalogue intents)
{
    /// <summary>Ids of all intents, in order.</summary>
    public IReadOnlyList<string> IntentIds => intents.Ids;

    /// <summary>What a case is about; that it is not known, or not known yet.</summary>
    public string IntentOf(CaseRecord record) =>
        record.Intent is { } intent ? TitleOfIntent(intent) : (Labels.IsOver(record) ? "Not recognised" : "Not known yet");

    /// <summary>Title of an intent; its id when it was removed.</summary>
    public string TitleOfIntent(string id) => intents.Find(id)?.Title.English ?? id;

    /// <summary>Title of a runbook; its id when it was removed.</summary>
    public string TitleOfRunbook(string id) => library.Find(id)?.Title ?? id;

    /// <summary>Name of a ticket system; its id when this build does not know it.</summary>
    public string NameOfTicketSystem(string id) => ticketSystems.NameOf(id);

    /// <summary>What of a runbook is switched off here; null when all of it runs, or when there is no such runbook.</summary>
    public RunbookOff? RunbookOff(string id) => library.Find(id) is { } runbook ? ByMode(id) ?? BySteps(runbook) : null;

    /// <summary>What is known of a remediation, also while it is switched off; null when the catalogue does not have it.</summary>
    public RemediationDescriptor? Remediation(string id) => catalogue.Describe(id);

    /// <summary>Title of a remediation; its id when the catalogue does not have it.</summary>
    public string TitleOfRemediation(string id) => catalogue.Describe(id)?.Title ?? id;

    /// <summary>What a condition of an outcome means, as a sentence begins; its name when this release does not know it.</summary>
    public static string MeaningOfOutcome(string name) =>
        OutcomeConditions.Find(name) is { } condition ? char.ToUpperInvariant(condition.Meaning[0]) + condition.Meaning[1..] : name;

    /// <summary>Why a remediation is switched off here; null when it runs, or when there is no such remediation.</summary>
    public string? RemediationOff(string id) => catalogue.FindOff(id)?.Why;

    /// <summary>Title of an approver group; its name when policy no longer has it.</summary>
    public string TitleOfGroup(string group) => policy.Approvers.GetValueOrDefault(group)?.Title ?? group;

    /// <summary>Titles of the groups and licences that a step's parameters name by id, by parameter: an id says nothing to an approver.</summary>
    public IReadOnlyDictionary<string, string> TitlesOfAccess(PlanStep step) => step.Parameters
        .Select(parameter => (parameter.Key, Entry: access.ForGroup(new GroupId(parameter.Value)) ?? access.ForSku(parameter.Value)))
        .Where(parameter => parameter.Entry is not null)
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Entry!.Title, StringComparer.Ordinal);

    private RunbookOff? ByMode(string id) => policy.Modes.For(id).Mode switch
    {
        RunbookMode.Off => new RunbookOff(true, $"The mode of '{id}' in policy/modes.yaml is off, so a person does it. To switch it on, change the mode."),
        RunbookMode.Shadow => new RunbookOff(true, $"The mode of '{id}' in policy/modes.yaml is shadow: it's planned for the record only, and a person does it. To switch it on, change the mode."),
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
            : new RunbookOff(false, $"Skipped: {string.Join(", ", off.Select(one => one.About.Title).Distinct(StringComparer.Ordinal))}. {why}");
    }
}
