namespace HelpDesk.Simulator.OpenAI;

/// <summary>What the simulated embedding model answers next, in order, and how much it was asked.</summary>
internal sealed class EmbeddingScript
{
    private long _inputs;

    /// <summary>The answers; on their own, so that articles that are read meanwhile take none of the language model's.</summary>
    public OpenAIScript Answers { get; } = new();

    /// <summary>How many texts came in well-formed requests.</summary>
    public long Inputs => Interlocked.Read(ref _inputs);

    /// <summary>Counts texts.</summary>
    public void Count(int inputs) => Interlocked.Add(ref _inputs, inputs);
}
