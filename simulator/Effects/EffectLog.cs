using System.Globalization;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Effects;

/// <summary>Every change that a simulated system made, in order, only ever added to: how tests see that nothing happened twice.</summary>
public sealed class EffectLog(SimulatorStore store, TimeProvider time)
{
    private const string Kind = "effects";

    /// <summary>All effects, oldest first.</summary>
    public IReadOnlyList<Effect> All => [.. store.All<Effect>(Kind).OrderBy(effect => effect.Number)];

    /// <summary>What happened to an object, newest first.</summary>
    public IReadOnlyList<Effect> Of(string id) =>
        [.. store.All<Effect>(Kind).Where(effect => effect.Concerns.Contains(id, StringComparer.OrdinalIgnoreCase)).OrderByDescending(effect => effect.Number)];

    /// <summary>Writes an effect down. Belongs into the same <see cref="SimulatorStore.Together{T}"/> as the change itself.</summary>
    /// <param name="system">graph, servicenow, jira, teams.</param>
    /// <param name="operation">What was done.</param>
    /// <param name="targetId">Id of what was changed.</param>
    /// <param name="clientRequestId">The caller's id of the request, or null.</param>
    /// <param name="concerns">Ids of further objects that it happened to, such as the user whose method was deleted. Default none.</param>
    public Effect Add(string system, string operation, string targetId, string? clientRequestId, IEnumerable<string>? concerns = null) => store.Together(() =>
    {
        var number = store.Count<Effect>(Kind) + 1;
        var effect = new Effect(number, time.GetUtcNow(), system, operation, targetId, clientRequestId)
        {
            Concerns = [.. (concerns ?? []).Append(targetId).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
        store.Put(Kind, number.ToString(CultureInfo.InvariantCulture), effect);
        return effect;
    });
}
