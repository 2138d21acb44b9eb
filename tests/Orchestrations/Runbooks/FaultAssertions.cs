using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

public static class FaultAssertions
{
    /// <summary>The one fault whose text contains the words; the others are shown when it is missing.</summary>
    public static ConfigurationError ShouldHaveSingleItemContaining(this IReadOnlyList<ConfigurationError> faults, string words)
    {
        var matching = faults.Where(fault => fault.ToString().Contains(words, StringComparison.Ordinal)).ToList();
        matching.Count.ShouldBe(1, $"Expected one fault with \"{words}\" among:\n{string.Join('\n', faults)}");
        return matching[0];
    }
}
