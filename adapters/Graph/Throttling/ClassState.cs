namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>How a class of requests is now.</summary>
/// <param name="Class">The class.</param>
/// <param name="Pause">How long Graph still wants nothing of it; null when it is not paused.</param>
/// <param name="Level">The part of its fullest limit that is used, 0 to 1 and above.</param>
/// <param name="Singles">How many requests of single tickets wait.</param>
/// <param name="Bulk">How many requests of bulk work wait.</param>
internal sealed record ClassState(GraphClass Class, TimeSpan? Pause, double Level, int Singles, int Bulk);
