namespace HelpDesk.Simulator.Tenant;

/// <summary>A licence the simulated organisation has bought.</summary>
/// <param name="Id">SKU id.</param>
/// <param name="PartNumber">Its name in Entra.</param>
/// <param name="Seats">Seats bought.</param>
/// <param name="Plans">Service plans in it, id and name. Two licences that share one exclude each other.</param>
public sealed record SimulatedSku(string Id, string PartNumber, int Seats, IReadOnlyDictionary<string, string> Plans);
