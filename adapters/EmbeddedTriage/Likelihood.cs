namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>How likely an intent is.</summary>
/// <param name="Intent">Intent id.</param>
/// <param name="Probability">0 to 1, calibrated.</param>
public readonly record struct Likelihood(string Intent, double Probability);
