using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Policy;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Loads and checks all runbooks and policy files together: used at start and by <c>helpdesk runbooks check</c>.</summary>
public sealed class RulebookLoader(RemediationCatalogue catalogue, IReadOnlyCollection<KnownIntent> intents, TicketSystemCatalogue ticketSystems)
{
    /// <summary>Loads everything.</summary>
    /// <returns>The rulebook, or null when the report holds a fault.</returns>
    public Rulebook? Load(RulebookOptions options, ConfigurationReport report)
    {
        var runbookFiles = ConfigurationFolder.Read(options.RunbooksDirectory, "runbooks", report);
        var policyFiles = ConfigurationFolder.Read(options.PolicyDirectory, "policy", report);
        return Load(runbookFiles, policyFiles, options.ApproverGroupIds, report);
    }

    /// <summary>Loads files that were read already.</summary>
    public Rulebook? Load(
        IReadOnlyList<ConfigurationFile> runbookFiles,
        IReadOnlyList<ConfigurationFile> policyFiles,
        IReadOnlyDictionary<string, string> approverGroupIds,
        ConfigurationReport report)
    {
        var runbooks = runbookFiles.Select(file => RunbookFile.Read(file, report)).OfType<Runbook>().ToList();
        // The same files are right whichever remediations are switched on.
        var known = new PolicyReferences([.. catalogue.Descriptors, .. catalogue.Off.Select(off => off.About)], intents, runbooks, [.. ticketSystems.All.Select(system => system.Id)]);
        var policy = PolicyFiles.Read(policyFiles, approverGroupIds, known, report);
        new RunbookValidation(catalogue, intents, policy, report).Check(runbooks);

        return report.IsClean ? new Rulebook(new RunbookLibrary(runbooks), policy) : null;
    }

    /// <summary>Loads everything or refuses.</summary>
    /// <exception cref="ConfigurationException">There is a fault; lists all.</exception>
    public Rulebook LoadOrThrow(RulebookOptions options)
    {
        var report = new ConfigurationReport();
        var rulebook = Load(options, report);
        report.ThrowIfFaulty();
        return rulebook!;
    }
}

/// <summary>Everything that was loaded at start and found without fault.</summary>
/// <param name="Runbooks">All runbooks.</param>
/// <param name="Policy">All policy.</param>
public sealed record Rulebook(RunbookLibrary Runbooks, PolicySet Policy);
