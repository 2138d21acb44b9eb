namespace HelpDesk.Bench.Language;

/// <summary>What one candidate made of all texts, in a process of its own.</summary>
/// <param name="FirstSeconds">From nothing to the first answer to a text without small words.</param>
/// <param name="Microseconds">Of one answer, on average over all texts.</param>
/// <param name="WorkingSet">Of its process when all is answered, in MB of 10^6 bytes.</param>
/// <param name="Answers">One for each text, in the order of <see cref="LanguageTexts.Read"/>.</param>
internal sealed record LanguageResult(double FirstSeconds, double Microseconds, double WorkingSet, IReadOnlyList<string> Answers);
