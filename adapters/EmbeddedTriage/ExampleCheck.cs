using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Intents;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Checks examples before anything is trained with them: at start and by <c>helpdesk runbooks check</c>.</summary>
internal sealed class ExampleCheck : IIntentExamples
{
    /// <summary>Fewest examples of an intent. Chosen because with fewer, a part of those that confidence is fitted on holds hardly any.</summary>
    public const int Least = 10;

    /// <inheritdoc />
    public void Check(Intent intent, ConfigurationReport report)
    {
        var shown = Path.Combine(Path.GetDirectoryName(intent.File)!, IntentFiles.Examples).Replace('\\', '/');
        try
        {
            var count = ExampleFile.Read(intent.Id, intent.ExamplesPath).Count;
            if (count < Least)
                report.Add(shown, count + 1, $"The intent '{intent.Id}' has {count} examples; the embedded classifier needs {Least}.", "Add texts as people write them, in the languages of your people.");
        }
        catch (MalformedFileException malformed)
        {
            report.Add(shown, malformed.Line, malformed.What, "Write 'language,text'; put a text with commas, quotes or line breaks in quotes.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            report.Add(shown, 1, $"The file can't be read: {unreadable.Message}", "Check its permissions.");
        }
    }
}
