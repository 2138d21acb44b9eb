using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/confidence.yaml</c>: how sure triage must be, per source.</summary>
internal static class ConfidenceFile
{
    public static ConfidenceRules Read(SectionReader reader)
    {
        var rules = new ConfidenceRules(Source(reader, "model"), Source(reader, "embedded"));
        if (rules.Embedded.Automatic < rules.Model.Automatic || rules.Embedded.Considered < rules.Model.Considered)
            reader.Fault(reader.LineOf("embedded"), "The embedded classifier has more authority than the language model.", "Give it at least the model's values.");
        reader.End();
        return rules;
    }

    private static SourceConfidence Source(SectionReader reader, string key)
    {
        if (reader.Section(key, required: true) is not { } section)
            return new SourceConfidence(1, 1);
        var source = new SourceConfidence(section.Share("automatic", 1), section.Share("considered", 1));
        if (source.Automatic < ConfidenceRules.LeastAutomatic)
            section.Fault(section.LineOf("automatic"), $"'automatic' of '{key}' is below what no file may lower.", FormattableString.Invariant($"Write at least {ConfidenceRules.LeastAutomatic}."));
        if (source.Considered < ConfidenceRules.LeastConsidered || source.Considered > source.Automatic)
            section.Fault(section.LineOf("considered"), $"'considered' of '{key}' is out of range.", FormattableString.Invariant($"Write at least {ConfidenceRules.LeastConsidered} and at most 'automatic'."));
        section.End();
        return source;
    }
}
