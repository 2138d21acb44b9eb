using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>The shipped intents, and what is made of them.</summary>
internal static class ShippedIntents
{
    public static IntentCatalogue Catalogue { get; } = RulebookLoader.IntentsOrThrow(new RulebookOptions());

    public static IReadOnlyList<Intent> All => Catalogue.All;

    public static IntentWords Words { get; } = new(Catalogue);

    public static TraitFinder Traits { get; } = new(Words, Runbooks.RulebookFixture.ShippedRulebook().Policy.Systems);
}
