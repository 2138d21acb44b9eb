namespace HelpDesk.Engine.Tests.Properties;

/// <summary>A step of a random workflow.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Number">How many attempts are busy, or how many days it takes.</param>
/// <param name="Inner">The steps within it.</param>
public sealed record Op(OpKind Kind, int Number, IReadOnlyList<Op> Inner);
