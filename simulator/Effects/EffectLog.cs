using System.Globalization;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Effects;

/// <summary>Every change that a simulated system made, in order, only ever added to: how tests see that nothing happened twice.</summary>
public sealed class EffectLog(SimulatorStore store, TimeProvider time)
{
    private const string Kind = "effects";

    private readonly Lock _adding = new();

    /// <summary>All effects, oldest first.</summary>
    public IReadOnlyList<Effect> All => [.. store.All<Effect>(Kind).OrderBy(effect => effect.Number)];

    /// <summary>Writes an effect down.</summary>
    public Effect Add(string system, string operation, string targetId, string? clientRequestId)
    {
        lock (_adding)
        {
            var number = store.All<Effect>(Kind).Count + 1;
            var effect = new Effect(number, time.GetUtcNow(), system, operation, targetId, clientRequestId);
            store.Put(Kind, number.ToString(CultureInfo.InvariantCulture), effect);
            return effect;
        }
    }
}
