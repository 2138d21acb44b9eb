using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Bench.Triage;

/// <summary>One text that the classifier had not seen, with what it said.</summary>
/// <param name="Truth">The true intent.</param>
/// <param name="Likeliest">What it thought likeliest, abstention or not.</param>
/// <param name="Answer">What it answered.</param>
internal sealed record EvaluatedText(string Truth, Likelihood Likeliest, TriageAnswer Answer);
