namespace HelpDesk.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">With its unit.</param>
/// <param name="Raw">The raw measure of the same run, with its unit; a dash where there is none.</param>
/// <param name="Ratio">Value by raw measure.</param>
/// <param name="Target">What is promised.</param>
/// <param name="Met">Whether it was kept in this run.</param>
internal sealed record Figure(string Name, string Value, string Raw, string Ratio, string Target, bool Met);
