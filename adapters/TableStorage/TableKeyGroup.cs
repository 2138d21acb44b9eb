namespace HelpDesk.Adapters.TableStorage;

/// <summary>Neighbouring units of which only some are allowed in a key.</summary>
/// <param name="Lead">The allowed one of them that stands for all; followed by one unit that says which.</param>
/// <param name="First">First of the neighbours.</param>
/// <param name="Last">Last of the neighbours.</param>
internal sealed record TableKeyGroup(char Lead, char First, char Last);
