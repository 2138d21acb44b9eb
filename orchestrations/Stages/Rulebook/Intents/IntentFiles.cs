using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Reads all folders under <c>intents/</c>: each holds one intent and the texts that the embedded classifier learns it from.</summary>
public static class IntentFiles
{
    /// <summary>Name of the folder, and of its part in an organisation's own folder.</summary>
    public const string Folder = "intents";

    /// <summary>Name of the file with the texts that the embedded classifier learns from.</summary>
    public const string Examples = "examples.csv";

    private const string Definition = "intent.yaml";
    private const string Words = $"{Folder}/words.yaml";

    /// <summary>All intents that could be read; every error is in the report.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="ticketSystems">Ids of all ticket systems; empty when none is registered.</param>
    /// <param name="report">Takes the errors.</param>
    public static IntentCatalogue Read(IReadOnlyList<ConfigurationFile> files, IReadOnlyList<string> ticketSystems, ConfigurationReport report)
    {
        var words = WordLists.Read(files.FirstOrDefault(file => file.Key == Words), report);
        var folders = new SortedDictionary<string, Dictionary<string, ConfigurationFile>>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Key != Words))
        {
            var place = file.Key.Split('/');
            if (place is not [Folder, _, Definition or Examples])
                report.Add(file.Name, 1, $"No such file is known in '{Folder}'.{Nearest.Hint(System.IO.Path.GetFileName(file.Name), [Definition, Examples])}", $"Give each intent a folder with {Definition} and {Examples}; shared words are in {Words}.");
            else if (folders.TryGetValue(place[1], out var found))
                found[place[2]] = file;
            else
                folders[place[1]] = new(StringComparer.Ordinal) { [place[2]] = file };
        }

        var catalogue = new IntentCatalogue([.. folders.Values.Select(folder => Intent(folder, words, ticketSystems, report)).OfType<Intent>()]);
        CheckRequired(catalogue, report);
        return catalogue;
    }

    private static Intent? Intent(Dictionary<string, ConfigurationFile> folder, WordLists words, IReadOnlyList<string> ticketSystems, ConfigurationReport report)
    {
        if (!folder.TryGetValue(Definition, out var definition))
        {
            report.Add(folder[Examples].Name, 1, $"The folder of these examples has no {Definition}.", "Add it, or remove the folder.");
            return null;
        }

        if (!folder.TryGetValue(Examples, out var examples))
        {
            report.Add(definition.Name, 1, $"The intent has no {Examples}, so the embedded classifier can't know it.", $"Add {Examples} with the columns language and text to its folder.");
            return null;
        }

        return IntentFile.Read(definition, examples.Path, words, ticketSystems, report);
    }

    private static void CheckRequired(IntentCatalogue catalogue, ConfigurationReport report)
    {
        foreach (var id in IntentCatalogue.Required)
        {
            if (catalogue.Find(id) is not { } intent)
                report.Add($"{Folder}/{id}/{Definition}", 1, $"The product needs the intent '{id}', and there is none.", "Add it; the shipped one is a start.");
            else if (intent.IsRemediable)
                report.Add(intent.File, 1, $"The intent '{id}' must not be acted on by a runbook.", "Write 'may: inform'.");
        }
    }
}
