using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>An effect that outlives the process that did it.</summary>
public sealed class NoteEffect(EffectFile effects) : Activity<int, int>
{
    public static readonly ActivityReference<int, int> Reference = Named<NoteEffect>("note");

    public override Task<int> RunAsync(ActivityContext context, int input)
    {
        effects.Note(context.IdempotencyKey);
        return Task.FromResult(input);
    }
}
