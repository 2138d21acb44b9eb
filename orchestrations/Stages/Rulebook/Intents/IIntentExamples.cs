using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Checks the examples of an intent for whoever learns from them, so that their errors are in the report of all files.</summary>
public interface IIntentExamples
{
    /// <summary>Adds every error of the intent's examples, with file and line.</summary>
    void Check(Intent intent, ConfigurationReport report);
}
