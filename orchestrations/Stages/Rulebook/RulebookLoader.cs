using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Intents;
using HelpDesk.Orchestrations.Stages.Rulebook.Policy;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Loads and checks all intents, runbooks and policy files together: used at start and by <c>helpdesk runbooks check</c>.</summary>
/// <param name="catalogue">All remediations.</param>
/// <param name="ticketSystems">All ticket systems.</param>
/// <param name="examples">Whoever learns from the examples of intents.</param>
public sealed class RulebookLoader(RemediationCatalogue catalogue, TicketSystemCatalogue ticketSystems, IEnumerable<IIntentExamples> examples)
{
    private (RulebookOptions Options, Rulebook Rulebook)? _checked;

    /// <summary>Loads everything for a start, and keeps it for <see cref="LoadOrThrow"/>: what was checked is what is used.</summary>
    public void LoadOnce(RulebookOptions options, ConfigurationReport report)
    {
        // A host makes the options more than once: for the check at start, and for whoever uses them.
        if (_checked?.Options.IsSame(options) != true && Load(options, report) is { } rulebook)
            _checked = (options, rulebook);
    }

    /// <summary>Loads everything.</summary>
    /// <returns>The rulebook, or null when the report holds a fault.</returns>
    public Rulebook? Load(RulebookOptions options, ConfigurationReport report) =>
        Load(RulebookFiles.Read(options, report), options.ApproverGroupIds, report);

    /// <summary>Loads files that were read already.</summary>
    public Rulebook? Load(RulebookFiles files, IReadOnlyDictionary<string, string> approverGroupIds, ConfigurationReport report)
    {
        IReadOnlyList<string> systems = [.. ticketSystems.All.Select(system => system.Id)];
        var intents = IntentFiles.Read(files.Intents, systems, report);
        foreach (var (intent, learner) in intents.All.SelectMany(_ => examples, (intent, learner) => (intent, learner)))
            learner.Check(intent, report);
        var texts = RunbookTexts.Read(files.Runbooks.FirstOrDefault(file => file.Key == RunbookTexts.File), report);
        var runbooks = files.Runbooks.Where(file => file.Key != RunbookTexts.File).Select(file => RunbookFile.Read(file, texts, report)).OfType<Runbook>().ToList();
        // The same files are right whichever remediations are switched on.
        var known = new PolicyReferences([.. catalogue.Descriptors, .. catalogue.Off.Select(off => off.About)], intents, runbooks, systems);
        var policy = PolicyFiles.Read(files.Policy, approverGroupIds, known, report);
        new RunbookValidation(catalogue, intents, policy, report).Check(runbooks);

        return report.IsClean ? new Rulebook(intents, new RunbookLibrary(runbooks), policy) : null;
    }

    /// <summary>Only the intents, for whoever learns from their examples at build.</summary>
    /// <exception cref="ConfigurationException">There is an error in an intent; lists all.</exception>
    public static IntentCatalogue IntentsOrThrow(RulebookOptions options)
    {
        var report = new ConfigurationReport();
        var intents = IntentFiles.Read(RulebookFiles.Read(options, report).Intents, [], report);
        report.ThrowIfFaulty();
        return intents;
    }

    /// <summary>Loads everything or refuses. What <see cref="LoadOnce"/> loaded for the same options is not read again.</summary>
    /// <exception cref="ConfigurationException">There is a fault; lists all.</exception>
    public Rulebook LoadOrThrow(RulebookOptions options)
    {
        if (_checked is { } found && found.Options.IsSame(options))
            return found.Rulebook;
        var report = new ConfigurationReport();
        var rulebook = Load(options, report);
        report.ThrowIfFaulty();
        return rulebook!;
    }
}

/// <summary>Everything that was loaded at start and found without error.</summary>
/// <param name="Intents">All intents.</param>
/// <param name="Runbooks">All runbooks.</param>
/// <param name="Policy">All policy.</param>
public sealed record Rulebook(IntentCatalogue Intents, RunbookLibrary Runbooks, PolicySet Policy);
