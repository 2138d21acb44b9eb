using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Rulebook;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

/// <summary>Intents for tests: the shipped ones, or a few with examples of their own.</summary>
internal static class TestIntents
{
    public static IntentCatalogue Shipped { get; } = RulebookLoader.IntentsOrThrow(new RulebookOptions());

    public static IntentCatalogue Of(params (string Id, string ExamplesPath)[] intents) => new(intents.Select(one => new Intent
    {
        Id = one.Id,
        Title = LocalizedText.Of(one.Id, one.Id, one.Id, one.Id),
        Description = one.Id,
        IsRemediable = false,
        Examples = [],
        ExamplesPath = one.ExamplesPath,
        File = $"intents/{one.Id}/intent.yaml",
    }));
}
